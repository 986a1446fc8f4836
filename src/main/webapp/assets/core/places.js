/** Where the menu leads, by role: `[address, message]`. */
const PLACES = {
  patient: [
    ['/app/find', 'shell.find'],
    ['/app/visits', 'shell.visits'],
    ['/app/records', 'shell.records'],
    ['/app/covers', 'shell.covers'],
  ],
  provider: [
    ['/app/calendar', 'shell.calendar'],
    ['/app/hours', 'shell.hours'],
    ['/app/patients', 'shell.patients'],
    ['/app/records', 'shell.records'],
  ],
  admin: [
    ['/app/dashboard', 'shell.dashboard'],
    ['/app/calendar', 'shell.calendar'],
    ['/app/providers', 'shell.providers'],
    ['/app/patients', 'shell.patients'],
    ['/app/types', 'shell.types'],
    ['/app/synonyms', 'shell.synonyms'],
    ['/app/users', 'shell.users'],
    ['/app/audit', 'shell.audit'],
  ],
};

export const places = (role) => PLACES[role];
