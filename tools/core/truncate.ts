/** Most characters of a tool's answer that a model is shown; the rest is read with `read_artifact`. */
export const modelTextLimit = 8_000;

/** Cuts a text for a model and says so, with the length that was cut. */
export function truncate(text: string, limit = modelTextLimit): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit)}\n… ${text.length - limit} more characters; use read_artifact to page through the artifact`;
}
