// The page that cites: the keys beside its choices. Of a picture or a page, what is dragged over it stands in the fields, and what is typed into the fields is
// drawn over it.
import { boxIn, drag, fill, follow, show } from "./box.js";
import { choosing, isCommand } from "./choose.js";

const form = document.querySelector("input[name='Form.Cells']")?.closest("form");
if (form) {
  document.documentElement.classList.add("script");
  const choice = choosing(form);
  choice.reset();
  document.addEventListener("keydown", press => {
    if (!isCommand(press)) {
      choice.press(press);
    }
  });
  const svg = document.querySelector("svg[data-drag]");
  if (svg && form.querySelector("[data-part]")) {
    drag(svg, box => fill(form, box));
    follow(form, svg);
    show(svg, boxIn(form));
  }
}
