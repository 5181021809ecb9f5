@NullMarked
package news.platform.test.grpc;

import org.jspecify.annotations.NullMarked;
