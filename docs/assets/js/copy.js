// The copy button of a session takes what can be pasted: the code and the commands, without
// prompts and output. The theme copies `data-copy` where there is one.
// `document$` is the theme's stream of page loads.
document$.subscribe(() => {
  // What is typed after one prompt goes on with `...`; elsewhere that is output.
  const inputs = /^(?:>>>|\$) .*(?:\n\.\.\.(?: .*)?$)*/gm;
  document.querySelectorAll(".language-pycon code, .language-console code").forEach((code) => {
    const typed = code.textContent.match(inputs)?.map((input) => {
      const text = input.replace(/^(?:>>>|\$|\.\.\.) ?/gm, "");
      // A body that is indented ends at an empty line.
      return /\n .*$/.test(text) ? `${text}\n` : text;
    });
    if (typed) code.dataset.copy = typed.join("\n");
  });
});
