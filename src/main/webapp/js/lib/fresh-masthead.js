/**
 * Brings the head of the page up to date when a visitor has become a guest without leaving it: there are pages to go to
 * now. What stands in the page itself goes on.
 */
export async function showWhatIsOpenNow() {
  if (document.querySelector(".masthead .navigation")) {
    return;
  }
  const answer = await fetch(location.href, {
    headers: { Accept: "text/html" },
  });
  const page = new DOMParser().parseFromString(
    await answer.text(),
    "text/html",
  );
  const now = page.querySelector(".masthead");
  if (answer.ok && now) {
    document.querySelector(".masthead")?.replaceWith(document.adoptNode(now));
  }
}
