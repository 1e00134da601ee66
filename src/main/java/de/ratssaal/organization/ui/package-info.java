/** Organizations, their members and rules, and persons, as everybody who is signed in may see them. */
@NamedInterface("ui")
@NullMarked
package de.ratssaal.organization.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
