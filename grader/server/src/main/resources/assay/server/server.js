// Keeps the progress of gradings up to date; without it the page says the same, once.
for (const live of "EventSource" in window ? document.querySelectorAll("[data-events]") : []) {
  const events = new EventSource(live.dataset.events);
  const state = live.querySelector("[role=status]");
  const bar = live.querySelector("progress");
  events.addEventListener("progress", (event) => {
    const now = JSON.parse(event.data);
    if (now.state === "graded" || now.state === "set_aside") {
      events.close();
      window.location.reload();
      return;
    }
    bar.max = now.cases_total || 1;
    bar.value = now.cases_done;
    state.textContent = now.state === "running"
      ? `${now.cases_done} of ${now.cases_total} cases done`
      : "Waiting for its turn";
  });
}
