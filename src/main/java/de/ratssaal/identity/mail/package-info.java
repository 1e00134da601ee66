/** Letters about accounts as mails. */
@NullMarked
package de.ratssaal.identity.mail;

import org.jspecify.annotations.NullMarked;
