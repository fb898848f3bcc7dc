class_name LinkWords
extends RefCounted
## What the connection says to people, in the chosen language.

const _TABLE: Dictionary[String, Dictionary] = {
	"link.connecting":
	{
		"en": "Connecting to {url} …",
		"es": "Intentando conectar al servidor {url} …",
		"fr": "Connexion à {url} …",
	},
	"link.connected":
	{
		"en": "Connected to {url}.",
		"es": "Conectado al servidor WebSocket {url}.",
		"fr": "Connecté à {url}.",
	},
	"link.connect-error":
	{
		"en": "Cannot connect: {error}.",
		"es": "Error al conectar WebSocket: {error}.",
		"fr": "Connexion impossible : {error}.",
	},
	"link.bad-address":
	{
		"en": "“{url}” is no address of a server. It looks like ws://127.0.0.1:8765.",
		"es": "Error al conectar: «{url}» no es la dirección de un servidor. Tiene esta forma: ws://127.0.0.1:8765.",
		"fr": "« {url} » n’est pas l’adresse d’un serveur. Elle ressemble à ws://127.0.0.1:8765.",
	},
	"link.no-server":
	{
		"en": "No server answers at {url}. Start one with: gal serve",
		"es": "Ningún servidor responde en {url}. Inicie uno con: gal serve",
		"fr": "Aucun serveur ne répond à {url}. Lancez-en un : gal serve",
	},
	"link.timed-out":
	{
		"en": "{url} did not answer in time.",
		"es": "{url} no respondió a tiempo.",
		"fr": "{url} n’a pas répondu à temps.",
	},
	"link.closed":
	{
		"en": "{why} ({code}: {reason})",
		"es": "{why} ({code}: {reason})",
		"fr": "{why} ({code} : {reason})",
	},
	"link.lost":
	{
		"en": "The connection was lost before the server answered.",
		"es": "La conexión se perdió antes de que el servidor respondiera.",
		"fr": "La connexion a été perdue avant la réponse du serveur.",
	},
	"link.offline":
	{
		"en": "There is no connection to a lab now.",
		"es": "Ahora no hay conexión con un laboratorio.",
		"fr": "Il n’y a pas de connexion à un laboratoire en ce moment.",
	},
	"link.not-followed":
	{
		"en": "{run} cannot be followed: {error}",
		"es": "No se puede seguir {run}: {error}",
		"fr": "{run} ne peut pas être suivi : {error}",
	},
	"link.complaint":
	{
		"en": "The server did not understand: {error}",
		"es": "El servidor no entendió: {error}",
		"fr": "Le serveur n’a pas compris : {error}",
	},
	"link.oldest":
	{
		"en": "A server of the oldest protocol says: {message}",
		"es": "Mensaje recibido del servidor: {message}",
		"fr": "Un serveur du plus ancien protocole dit : {message}",
	},
	"link.odd":
	{
		"en": "Left out what is no frame: {reason}",
		"es": "Se omitió lo que no es un mensaje del protocolo: {reason}",
		"fr": "Ignoré, car ce n’est pas une trame : {reason}",
	},
	"link.odd-many":
	{
		"en": "{count} messages of the server were left out so far.",
		"es": "Hasta ahora se omitieron {count} mensajes del servidor.",
		"fr": "{count} messages du serveur ont été ignorés jusqu’ici.",
	},
	"link.close.closing":
	{
		"en": "The server is closing.",
		"es": "El servidor se está cerrando.",
		"fr": "Le serveur se ferme.",
	},
	"link.close.text-only":
	{
		"en": "The server takes text only.",
		"es": "El servidor solo acepta texto.",
		"fr": "Le serveur n’accepte que du texte.",
	},
	"link.close.too-long":
	{
		"en": "A message was too long.",
		"es": "Un mensaje era demasiado largo.",
		"fr": "Un message était trop long.",
	},
	"link.close.defect":
	{
		"en": "The server has a defect; its own output says more.",
		"es": "El servidor tiene un defecto; su propia salida dice más.",
		"fr": "Le serveur a un défaut ; sa propre sortie en dit plus.",
	},
	"link.close.slow":
	{
		"en": "This viewer was too slow; it goes on from where it was.",
		"es": "Este visor iba demasiado lento; sigue desde donde estaba.",
		"fr": "Ce lecteur était trop lent ; il reprend où il en était.",
	},
	"link.close.silent":
	{
		"en": "The server heard nothing from this viewer.",
		"es": "El servidor no supo nada de este visor.",
		"fr": "Le serveur n’a rien entendu de ce lecteur.",
	},
	"link.close.no-token":
	{
		"en": "The token is missing or wrong. The server prints it when it starts.",
		"es": "Falta el token o no es correcto. El servidor lo muestra al iniciar.",
		"fr": "Le jeton manque ou est faux. Le serveur l’affiche à son démarrage.",
	},
	"link.close.origin":
	{
		"en": "Pages of this address may not connect. The server allows them with --allow-origin.",
		"es": "Las páginas de esta dirección no pueden conectarse. El servidor las permite con --allow-origin.",
		"fr": "Les pages de cette adresse ne peuvent pas se connecter. Le serveur les admet avec --allow-origin.",
	},
	"link.close.version":
	{
		"en": "The server speaks another version. Update it or this viewer.",
		"es": "El servidor habla otra versión. Actualice uno de los dos.",
		"fr": "Le serveur parle une autre version. Mettez à jour l’un des deux.",
	},
	"link.close.too-many":
	{
		"en": "Too many messages in a second.",
		"es": "Demasiados mensajes en un segundo.",
		"fr": "Trop de messages en une seconde.",
	},
	"link.close.broken":
	{
		"en": "The connection broke.",
		"es": "La conexión se cortó.",
		"fr": "La connexion s’est coupée.",
	},
	"link.close.other":
	{
		"en": "The server closed the connection.",
		"es": "El servidor cerró la conexión.",
		"fr": "Le serveur a fermé la connexion.",
	},
}


static func of(key: String, slots: Dictionary = {}) -> String:
	var in_languages: Dictionary = _TABLE.get(key, {})
	var text: String = in_languages.get(Words.language, in_languages.get("en", key))
	return text.format(slots)


static func keys() -> PackedStringArray:
	return PackedStringArray(_TABLE.keys())
