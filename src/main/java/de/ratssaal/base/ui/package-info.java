/** The frame of the members' application and the components that every view shares. */
@NamedInterface("ui")
@NullMarked
package de.ratssaal.base.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
