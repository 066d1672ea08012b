/** Deepest path and most fields that are read of a record type. */
export const maxSteps = 5;
export const maxFields = 800;
