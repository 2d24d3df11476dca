/// Images of the services, made without any engine, and the list of topics as Kubernetes wants it.
@NullMarked
package io.chihiro.containers;

import org.jspecify.annotations.NullMarked;
