export { ManifestIndex as Manifest, type ManifestRow } from '../manifest/manifest-index.js'
