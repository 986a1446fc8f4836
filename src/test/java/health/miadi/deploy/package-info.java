/** The files of {@code deploy}, held against the application that they deploy. */
package health.miadi.deploy;
