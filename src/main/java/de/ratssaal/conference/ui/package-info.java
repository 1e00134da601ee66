/** The conference on the screens of a running meeting. */
@NullMarked
package de.ratssaal.conference.ui;

import org.jspecify.annotations.NullMarked;
