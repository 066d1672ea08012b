/** Writes a mapping in the formats that others read. */
export { exportFormats, exportMapping } from './export-mapping.ts';
