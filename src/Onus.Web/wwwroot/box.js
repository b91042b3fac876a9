// Marks a part of a picture or a page: a box dragged with the pointer, or four numbers typed into fields. Both show the same box.
const names = ["Left", "Top", "Width", "Height"];
const numbers = form => names.map(name => form.elements.namedItem("Form." + name));

// The box that is being marked, drawn over the picture; null takes it away.
export function show(svg, box) {
  let rect = svg.querySelector(".marking-box");
  if (!box) {
    rect?.remove();
    return;
  }
  rect ??= svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "rect"));
  rect.setAttribute("class", "cited-box marking-box");
  ["x", "y", "width", "height"].forEach((name, i) => rect.setAttribute(name, box[i]));
}

// The box in the fields of a form; null where they hold none.
export function boxIn(form) {
  const box = numbers(form).map(input => input?.value.trim() ? Number(input.value) : NaN);
  return box.every(n => Number.isFinite(n) && n >= 0) && box[2] > 0 && box[3] > 0 ? box : null;
}

// Writes a box into the fields; null empties them.
export function fill(form, box) {
  numbers(form).forEach((input, i) => {
    if (input) {
      input.value = box ? box[i] : "";
    }
  });
}

// Draws what is typed into the fields as it is typed.
export function follow(form, svg) {
  numbers(form).forEach(input => input?.addEventListener("input", () => show(svg, boxIn(form))));
}

// Lets the pointer drag a box. Over a page with words the shift key is held, because there a drag selects words.
export function drag(svg, done) {
  const { width, height } = svg.viewBox.baseVal;
  const unit = svg.dataset.drag === "pixels" ? 1 : 0.01;
  const round = n => Number((Math.round(n / unit) * unit).toFixed(2));
  const at = event => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [round(Math.min(Math.max(point.x, 0), width)), round(Math.min(Math.max(point.y, 0), height))];
  };
  let from = null;
  const boxTo = to => [Math.min(from[0], to[0]), Math.min(from[1], to[1]), round(Math.abs(to[0] - from[0])), round(Math.abs(to[1] - from[1]))];
  svg.addEventListener("pointerdown", event => {
    if (event.button === 0 && (event.shiftKey || !svg.querySelector("[data-word]"))) {
      event.preventDefault();
      from = at(event);
      svg.setPointerCapture(event.pointerId);
    }
  });
  svg.addEventListener("pointermove", event => {
    if (from) {
      show(svg, boxTo(at(event)));
    }
  });
  svg.addEventListener("pointercancel", () => {
    from = null;
    show(svg, null);
  });
  svg.addEventListener("pointerup", event => {
    if (!from) {
      return;
    }
    const box = boxTo(at(event));
    from = null;
    // A click, or a hand that shook, marks nothing.
    const marks = box[2] > 4 && box[3] > 4;
    show(svg, marks ? box : null);
    if (marks) {
      done(box);
    }
  });
}
