/** Requests to our own server that change something or ask for JSON. */

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body] sent as JSON
 * @param {RequestInit} [more]
 * @returns {Promise<Response | null>} null when the server cannot be reached
 */
export async function ask(method, path, body, more) {
  const headers = new Headers({ Accept: "application/json" });
  headers.set("X-CSRF-Token", csrfToken());
  if (body !== undefined) {
    headers.set("Content-Type", "application/json");
  }
  return fetch(path, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    ...more,
  }).catch(() => null);
}

/** Its cookie is not for scripts; every page has it in its forms. */
function csrfToken() {
  const field = document.querySelector("input[name=_csrf]");
  return field instanceof HTMLInputElement ? field.value : "";
}
