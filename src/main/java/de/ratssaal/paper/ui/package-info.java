/** The papers' views, and the components with which other modules' views show and change a proposal. */
@NamedInterface("ui")
@NullMarked
package de.ratssaal.paper.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
