/** The names that Compose gives to what it creates, so that it and Shoal see each other's containers. */

/** `<project>-<service>-<number>`; numbers start at 1. */
export const containerName = (project: string, service: string, number: number): string =>
  `${project}-${service}-${number}`

/** `<project>_<key>`, unless the file names the network itself. */
export const networkName = (project: string, key: string): string => `${project}_${key}`

/** `<project>_<key>`, unless the file names the volume itself. */
export const volumeName = (project: string, key: string): string => `${project}_${key}`
