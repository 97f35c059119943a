export default function NotFound() {
  return (
    <main>
      <section className="hero">
        <div>
          <p className="eyebrow">404</p>
          <h1>There is no such page</h1>
        </div>
        <a className="button" href="/">
          To the start
        </a>
      </section>
    </main>
  )
}
