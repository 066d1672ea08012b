/** The value, or a default where it is missing or empty. */
export function orDefault<Value, Default>(value: Value, otherwise: Default): NonNullable<Value> | Default {
  return value === undefined || value === null || value === '' ? otherwise : value;
}
