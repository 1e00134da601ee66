/** The order of votes on the screens of a running meeting. */
@NullMarked
package de.ratssaal.voteorder.ui;

import org.jspecify.annotations.NullMarked;
