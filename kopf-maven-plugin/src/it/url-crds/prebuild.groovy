import com.sun.net.httpserver.HttpServer
import java.security.MessageDigest

// Another file for each run, so that none that an earlier one has fetched is taken.
byte[] crd = (new File(basedir, 'src/elsewhere/claim.yaml').text + '# ' + UUID.randomUUID() + '\n').bytes
def requests = []
HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.createContext('/claim.yaml', { exchange ->
    requests << exchange.requestURI
    exchange.sendResponseHeaders(200, crd.length)
    exchange.responseBody.write(crd)
    exchange.close()
})
server.start()
context.put('server', server)
context.put('requests', requests)
String sum = MessageDigest.getInstance('SHA-256').digest(crd).encodeHex()
File pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('CLAIM', "http://127.0.0.1:${server.address.port}/claim.yaml#sha256=${sum}")
return true
