// Runs before the first paint, so that a dark page never flashes white; a file of its own because the CSP allows no inline script.
(() => {
  const chosen = localStorage.getItem('modelfolio.theme');
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
