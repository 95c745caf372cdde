(() => {
  const root = document.documentElement;
  root.classList.add("js");
  let kept = null;
  try { kept = localStorage.getItem("salesduty-look"); } catch { /* a browser that keeps nothing of files */ }
  if (kept === "dark" || kept === "light") root.dataset.look = kept;
})();
