// Keeps the progress of a grading up to date; without it the page says the same, once.
const live = document.getElementById("live");
if (live && "EventSource" in window) {
  const events = new EventSource(live.dataset.events);
  const state = document.getElementById("state");
  const bar = document.getElementById("progress");
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
