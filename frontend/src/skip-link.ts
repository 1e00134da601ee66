// The link "to the content" moves the focus. A fragment alone would leave the page, as its base is not its address.
document.addEventListener('click', (event) => {
  const link = (event.target as Element | null)?.closest?.('a.rs-skip-link');
  const target = link && document.getElementById((link.getAttribute('href') ?? '').replace(/^.*#/, ''));
  if (target) {
    event.preventDefault();
    event.stopPropagation();
    target.focus();
    target.scrollIntoView();
  }
}, { capture: true });
export {};
