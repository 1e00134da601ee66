/** A person's own account, and the accounts of all for the administrator. */
@NullMarked
package de.ratssaal.identity.ui;

import org.jspecify.annotations.NullMarked;
