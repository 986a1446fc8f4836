/**
 * Every page: its address and the parameters that it reads from it, who it is for (nobody named: everybody, signed in or not), the areas of its
 * texts, and its module, which is fetched when it is needed first.
 */

const ADMIN = ['admin'];
const PATIENT = ['patient'];
const EVERYBODY = ['patient', 'provider', 'admin'];
const STAFF = ['provider', 'admin'];

const all = [
  page('/', 'm-home', () => import('./pages/home.js'), { title: 'shell.home', messages: ['find'], query: ['name', 'what', 'type'] }),
  page('/app', 'm-home', () => import('./pages/home.js'), { title: 'shell.home', messages: ['find'], query: ['name', 'what', 'type'] }),
  page('/app/sign-in', 'm-sign-in', () => import('./pages/account/sign-in.js'), { title: 'account.signIn', query: ['next', 'refused', 'step'] }),
  page('/app/register', 'm-register', () => import('./pages/account/register.js'), { title: 'account.register', query: ['next'] }),
  page('/app/setup', 'm-setup', () => import('./pages/account/setup.js'), { title: 'account.setup' }),
  page('/app/forgot', 'm-forgot', () => import('./pages/account/forgot.js'), { title: 'account.forgot' }),
  page('/app/visits', 'm-visits', () => import('./pages/visits/list.js'), { title: 'shell.visits', roles: PATIENT, messages: ['visit'] }),
  page('/app/visits/:id', 'm-visit', () => import('./pages/visits/visit.js'), {
    title: 'visit.one',
    roles: PATIENT,
    messages: ['visit', 'record'],
    query: ['done'],
  }),
  page('/app/visits/:id/move', 'm-visit-move', () => import('./pages/visits/move.js'), {
    title: 'visit.move.title',
    roles: PATIENT,
    messages: ['visit'],
  }),
  page('/app/records', 'm-records', () => import('./pages/visits/records.js'), {
    title: 'shell.records',
    roles: ['patient', 'provider'],
    messages: ['record'],
    query: ['diagnosis', 'from', 'to', 'patient'],
  }),
  page('/app/covers', 'm-covers', () => import('./pages/visits/covers.js'), { title: 'shell.covers', roles: PATIENT, messages: ['cover'] }),
  page('/app/profile', 'm-profile', () => import('./pages/profile/profile.js'), {
    title: 'shell.profile',
    roles: EVERYBODY,
    messages: ['profile', 'events'],
    query: ['refused'],
  }),
  page('/app/providers', 'm-providers', () => import('./pages/admin/providers.js'), {
    title: 'shell.providers',
    roles: ADMIN,
    messages: ['admin', 'stranded'],
    query: ['search', 'active'],
  }),
  page('/app/types', 'm-types', () => import('./pages/admin/types.js'), { title: 'shell.types', roles: ADMIN, messages: ['admin'] }),
  page('/app/synonyms', 'm-synonyms', () => import('./pages/admin/synonyms.js'), { title: 'shell.synonyms', roles: ADMIN, messages: ['admin'] }),
  page('/app/users', 'm-users', () => import('./pages/admin/users.js'), {
    title: 'shell.users',
    roles: ADMIN,
    messages: ['admin'],
    query: ['search', 'role', 'enabled'],
  }),
  page('/app/audit', 'm-audit', () => import('./pages/admin/audit.js'), {
    title: 'shell.audit',
    roles: ADMIN,
    messages: ['audit'],
    query: ['entity', 'entityId', 'actorId', 'from', 'to'],
  }),
  page('/app/dashboard', 'm-dashboard', () => import('./pages/admin/dashboard.js'), {
    title: 'shell.dashboard',
    roles: ADMIN,
    messages: ['dashboard'],
    query: ['span'],
  }),
  page('/app/find', 'm-find', () => import('./pages/booking/find.js'), {
    title: 'find.title',
    roles: EVERYBODY,
    messages: ['find'],
    query: ['name', 'what', 'type'],
  }),
  page('/app/times/:id', 'm-times', () => import('./pages/booking/times.js'), {
    title: 'find.times',
    roles: EVERYBODY,
    messages: ['find'],
    query: ['name', 'what', 'type', 'day'],
  }),
  page('/app/hours', 'm-hours', () => import('./pages/hours/hours.js'), {
    title: 'shell.hours',
    roles: STAFF,
    messages: ['hours', 'stranded'],
    query: ['provider', 'from', 'until'],
  }),
  page('/app/hours/stranded', 'm-stranded', () => import('./pages/hours/stranded.js'), {
    title: 'stranded.title',
    roles: STAFF,
    messages: ['hours', 'stranded'],
    query: ['provider'],
  }),
  page('/app/hours/absences/:id', 'm-stranded', () => import('./pages/hours/stranded.js'), {
    title: 'hours.stranded',
    roles: STAFF,
    messages: ['hours', 'stranded'],
    query: ['provider'],
  }),
  page('/app/book', 'm-book', () => import('./pages/booking/book.js'), {
    title: 'book.title',
    roles: PATIENT,
    messages: ['find', 'book'],
    query: ['provider', 'start', 'type'],
  }),
  page('/app/booked/:id', 'm-booked', () => import('./pages/booking/booked.js'), {
    title: 'book.booked',
    roles: PATIENT,
    messages: ['find', 'book'],
  }),
  page('/app/calendar', 'm-calendar', () => import('./pages/calendar/calendar.js'), {
    title: 'shell.calendar',
    roles: STAFF,
    messages: ['calendar', 'record', 'stranded'],
    query: ['provider', 'view', 'date', 'appointment', 'cancelled'],
  }),
  page('/app/appointments/:id', 'm-appointment', () => import('./pages/calendar/appointment.js'), {
    title: 'calendar.appointment',
    roles: STAFF,
    messages: ['calendar', 'record', 'stranded'],
  }),
  page('/app/patients', 'm-patients', () => import('./pages/staff/patients.js'), {
    title: 'shell.patients',
    roles: STAFF,
    messages: ['staff'],
    query: ['search'],
  }),
  page('/app/clashes', 'm-clashes', () => import('./pages/staff/clashes.js'), { title: 'shell.clashes', roles: ADMIN, messages: ['staff'] }),
  page('/app/patients/:id', 'm-patient', () => import('./pages/staff/patient.js'), {
    title: 'staff.patient',
    roles: STAFF,
    messages: ['staff', 'record'],
  }),
  page('/app/book-for', 'm-book-for-page', () => import('./pages/staff/book-for.js'), {
    title: 'staff.book.title',
    roles: STAFF,
    messages: ['staff'],
    query: ['provider', 'patient', 'type', 'start'],
  }),
];

const missing = page('', 'm-missing', () => import('./pages/missing.js'), { title: 'shell.missing' });

function page(path, element, load, { title, roles, messages = [], query = [] }) {
  const pattern = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`);
  return { path, pattern, element, load, title, roles, messages, query };
}

export const routes = { all, missing };
