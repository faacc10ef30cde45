// Runs in the page before its own code. Plain JavaScript: what compiles the bench would add to it.
const drawing = { lastMilliseconds: 0, draws: 0 };
window.drawing = drawing;
for (const name of ["drawElements", "drawArrays"]) {
  const draw = WebGL2RenderingContext.prototype[name];
  WebGL2RenderingContext.prototype[name] = function (...parameters) {
    draw.apply(this, parameters);
    drawing.draws++;
    drawing.lastMilliseconds = performance.now();
  };
}
