import { MiadiElement } from './element.js';

/** A page that an address leads to. */
export class Page extends MiadiElement {
  static properties = {
    /** The named parts of the path: `{id}`. */
    params: { attribute: false },
    /** The query of the address: `{day: '2026-11-24'}`. */
    query: { attribute: false },
  };

  constructor() {
    super();
    this.params = {};
    this.query = {};
  }
}
