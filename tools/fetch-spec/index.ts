/** Reads an API's description, from the bundled catalog, a file or a URL. */

export { type CatalogOutline, catalogOutlines } from './catalog/catalog-outline.ts';
export type { CatalogEntity, CatalogSystem } from './catalog/catalog-system.ts';
export { findSystem, unknownSystem } from './catalog/find-system.ts';
export { knownOutlines } from './catalog/known-outlines.ts';
export { type CatalogLine, listCatalog } from './catalog/list-catalog.ts';
export { catalogSystems } from './catalog/load-catalog.ts';
export { fetchSpec } from './fetch-spec.ts';
