/** The container that an upstream's address names: `demo-app-2:3000` is `demo-app-2`. */
export function containerOf(address: string): string {
  return address.replace(/\.?:\d+$/, '')
}
