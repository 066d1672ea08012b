/** Key of a document under which `fetch_spec` puts the catalog entry of the system it recognised. */
export const catalogKey = 'x-causeway-catalog';
