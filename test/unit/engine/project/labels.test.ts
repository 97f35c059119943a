import { expect, test } from 'vitest'
import {
  containerLabels,
  networkLabels,
  parseInstanceLabels,
  volumeLabels,
} from '../../../../engine/project/labels.ts'
import { containerName, networkName, volumeName } from '../../../../engine/project/names.ts'

const project = {
  name: 'shop',
  directory: '/srv/shop',
  files: ['/srv/shop/compose.yaml', '/srv/shop/compose.override.yaml'],
}
const service = {
  name: 'app',
  labels: { 'my.label': 'x', 'com.docker.compose.project': 'forged' },
  dependsOn: {
    redis: { condition: 'service_started', restart: true },
    db: { condition: 'service_healthy', restart: false },
  },
} as const

test('a container carries the labels that Compose gives it, over those of the file', () => {
  expect(containerLabels(project, service, 2, { configHash: 'abc', image: 'sha256:1' })).toEqual({
    'my.label': 'x',
    'com.docker.compose.project': 'shop',
    'com.docker.compose.service': 'app',
    'com.docker.compose.container-number': '2',
    'com.docker.compose.oneoff': 'False',
    'com.docker.compose.config-hash': 'abc',
    'com.docker.compose.project.working_dir': '/srv/shop',
    'com.docker.compose.project.config_files': '/srv/shop/compose.yaml,/srv/shop/compose.override.yaml',
    'com.docker.compose.depends_on': 'db:service_healthy:false,redis:service_started:true',
    'com.docker.compose.image': 'sha256:1',
    'com.docker.compose.version': '2.40.3',
  })
})

test('what a container says of itself can be read back', () => {
  expect(
    parseInstanceLabels(containerLabels(project, service, 2, { configHash: 'abc', image: 'sha256:1' })),
  ).toEqual({
    project: 'shop',
    service: 'app',
    number: 2,
    oneOff: false,
    configHash: 'abc',
    image: 'sha256:1',
    workingDir: '/srv/shop',
    configFiles: project.files,
  })
})

test('a container that Compose did not make says nothing', () => {
  expect(parseInstanceLabels({ 'com.docker.compose.project': 'shop', maintainer: 'x' })).toBeUndefined()
})

test('networks and volumes carry their key, and no hash that Compose would compare', () => {
  const labels = { l: '1' }
  expect([
    networkLabels(project, { key: 'back', labels }),
    volumeLabels(project, { key: 'data', labels }),
  ]).toEqual([
    {
      l: '1',
      'com.docker.compose.project': 'shop',
      'com.docker.compose.network': 'back',
      'com.docker.compose.version': '2.40.3',
    },
    {
      l: '1',
      'com.docker.compose.project': 'shop',
      'com.docker.compose.volume': 'data',
      'com.docker.compose.version': '2.40.3',
    },
  ])
})

test('names are those of Compose', () => {
  expect([
    containerName('shop', 'app', 3),
    networkName('shop', 'default'),
    volumeName('shop', 'data'),
  ]).toEqual(['shop-app-3', 'shop_default', 'shop_data'])
})
