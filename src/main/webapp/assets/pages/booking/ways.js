/** Where a free time leads. */
import { search } from '../../core/http.js';
import { session } from '../../core/session.js';

/**
 * Where whoever is signed in books that time: patients for themselves, providers in their own calendar, admins in any (R-BOOK-4); null where they
 * cannot.
 */
export function bookingOf(provider, start, type) {
  const { role, personId } = session.user;
  if (role === 'provider' && personId !== provider.id) {
    return null;
  }
  return (role === 'patient' ? '/app/book' : '/app/book-for') + search({ provider: provider.id, type, start });
}
