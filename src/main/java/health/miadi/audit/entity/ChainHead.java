package health.miadi.audit.entity;

/**
 * A place in the chain, and the hash there. Whoever noted it elsewhere can tell later whether anything up to there was
 * changed, by whomever.
 *
 * @param position of an entry, from 1; 0 before the first
 * @param hash in hexadecimal, 64 digits
 */
public record ChainHead(long position, String hash) {}
