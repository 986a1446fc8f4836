import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';

/**
 * Gives an element numbers for its style sheet, as custom properties: `<li ${measures({ from: 60 })}>` sets `--from`. Through the object model, because the content
 * security policy lets no style attribute in, and the one that `styleMap` writes at first is one.
 */
class Measures extends Directive {
  #set = {};

  render() {
    return noChange;
  }

  update({ element }, [given]) {
    for (const [name, value] of Object.entries(given)) {
      if (this.#set[name] !== value) {
        element.style.setProperty(`--${name}`, value);
      }
    }
    this.#set = given;
    return noChange;
  }
}

export const measures = directive(Measures);
