package de.ratssaal.packet;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Makes the settings of this module known. */
@Configuration
@EnableConfigurationProperties(PacketSettings.class)
class PacketConfiguration {}
