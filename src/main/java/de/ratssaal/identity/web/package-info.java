/** Who may send which request: the security filter chains, the sign-in pages, and what a browser is told to forbid. */
@NullMarked
package de.ratssaal.identity.web;

import org.jspecify.annotations.NullMarked;
