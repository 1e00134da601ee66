/** Letters as mails: text, HTML and calendar file, handed to a mail server. */
@NullMarked
package de.ratssaal.notification.mail;

import org.jspecify.annotations.NullMarked;
