// The page that cites one picture: what is dragged over it stands in the fields, and what is typed into the fields is drawn over it.
import { boxIn, drag, fill, follow, show } from "./box.js";

const svg = document.querySelector("svg[data-drag]");
const form = document.querySelector("[data-part]")?.closest("form");
if (svg && form) {
  document.documentElement.classList.add("script");
  drag(svg, box => fill(form, box));
  follow(form, svg);
  show(svg, boxIn(form));
}
