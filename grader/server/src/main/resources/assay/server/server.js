// Keeps the progress of gradings and comparisons up to date; without it the page says the same, once.
const ENDED = ["graded", "set_aside", "done", "failed"];
for (const live of "EventSource" in window ? document.querySelectorAll("[data-events]") : []) {
  const events = new EventSource(live.dataset.events);
  const state = live.querySelector("[role=status]");
  const bar = live.querySelector("progress");
  events.addEventListener("progress", (event) => {
    const now = JSON.parse(event.data);
    if (ENDED.includes(now.state)) {
      events.close();
      window.location.reload();
      return;
    }
    if (bar) {
      bar.max = now.cases_total || 1;
      bar.value = now.cases_done;
    }
    state.textContent = now.state !== "running" ? "Waiting for its turn"
      : bar ? `${now.cases_done} of ${now.cases_total} cases done`
      : "Under way";
  });
}
