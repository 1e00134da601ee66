/** What all mails of the application share. */
@NamedInterface("mail")
@NullMarked
package de.ratssaal.base.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
