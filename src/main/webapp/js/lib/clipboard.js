/**
 * The Clipboard API is missing on http:// addresses of a home network.
 *
 * @param {HTMLInputElement} field
 * @returns {Promise<boolean>} whether it worked
 */
export async function copyFrom(field) {
  field.select();
  return navigator.clipboard
    ? navigator.clipboard.writeText(field.value).then(
        () => true,
        () => false,
      )
    : document.execCommand("copy");
}
