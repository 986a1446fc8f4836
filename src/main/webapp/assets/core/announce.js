/** Tells those who listen, by the page's one live region, what others see. */
export function announce(text) {
  const region = document.getElementById('announcements');
  if (region) {
    region.textContent = '';
    requestAnimationFrame(() => (region.textContent = text));
  }
}
