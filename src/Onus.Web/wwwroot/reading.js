// A page that shows how far reading is: it is told what changes while somebody looks at it. Without this script its link looks again.
const live = document.querySelector("[data-live]");
if (live) {
  const bar = live.querySelector("progress");
  const count = live.querySelector("bdi");
  const now = live.querySelector("[aria-live]");
  const say = (place, text) => {
    if (place && place.textContent !== text) {
      place.textContent = text;
    }
  };
  const tell = state => {
    bar.max = state.total;
    bar.value = state.done;
    say(count, state.text);
    say(now, state.now);
    for (const file of state.files) {
      say(document.getElementById(`so-far-${file.file}`), file.text);
    }
  };
  let source = null;
  const listen = () => {
    if (document.hidden) {
      source?.close();
      source = null;
    } else if (!source) {
      source = new EventSource(live.dataset.live);
      source.addEventListener("reading", event => tell(JSON.parse(event.data)));
      source.addEventListener("idle", event => {
        source.close();
        document.removeEventListener("visibilitychange", listen);
        tell(JSON.parse(event.data));
        if (live.dataset.then) {
          location.replace(live.dataset.then);
        } else {
          say(now, live.dataset.done);
        }
      });
    }
  };
  document.addEventListener("visibilitychange", listen);
  listen();
}
