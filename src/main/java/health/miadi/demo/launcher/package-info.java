/**
 * The run command: the process behind {@code mvn -Prun}.
 *
 * <p>It starts an embedded PostgreSQL (unless the person names one of their own) and Payara Micro as two processes beside
 * its own, waits until the application answers, says where it is, and takes both down in order. Everything it keeps is in
 * one directory, {@link health.miadi.demo.launcher.MiadiHome}. None of this is in the WAR.
 *
 * <p>Whatever can go wrong for a reason that a person can mend is a {@link health.miadi.demo.launcher.LaunchRefusal}: one
 * sentence, and nothing left running.
 */
@NullMarked
package health.miadi.demo.launcher;

import org.jspecify.annotations.NullMarked;
