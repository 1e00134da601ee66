/** The amendments' views, and what other modules' views show of amendments. */
@NamedInterface("ui")
@NullMarked
package de.ratssaal.amendment.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
