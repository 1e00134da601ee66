/** Components with which other modules' views show files. */
@NamedInterface("ui")
@NullMarked
package de.ratssaal.document.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
