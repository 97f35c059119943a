export function Mark() {
  return (
    <strong className="mark">
      <svg aria-hidden="true" viewBox="0 0 24 24" width="20" height="20" fill="currentColor">
        <path d="M2 7c3-3 7-3 9.5 0L14 5v4l-2.5-2C9 10 5 10 2 7Z" opacity=".45" />
        <path d="M8 12c3-3 7-3 9.5 0L21 9.5v5L17.5 12c-2.5 3-6.5 3-9.5 0Z" />
        <path d="M2 17c3-3 7-3 9.5 0l2.5-2v4l-2.5-2C9 20 5 20 2 17Z" opacity=".45" />
      </svg>
      Shoal
    </strong>
  )
}
