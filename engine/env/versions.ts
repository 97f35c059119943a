import { versionsOf } from '../files/versions.ts'

/** The former texts of `.env`; they are secret. One is refused when a rollout could not bring it up. */
export const {
  read: readVersions,
  find: findVersion,
  keep: keepVersion,
  forget: forgetVersion,
} = versionsOf({ folder: 'env', extension: 'env', file: '.env' })
