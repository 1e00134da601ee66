/** What members declare for themselves, and where a paper names it. */
@NullMarked
package de.ratssaal.conflict.ui;

import org.jspecify.annotations.NullMarked;
