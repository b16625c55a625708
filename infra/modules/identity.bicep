// Who the bot is: a managed identity, so that there is no secret to keep or renew. Its client id is BOT_ID. What it may read
// in the directory is granted by hand (docs/deploy.md), because only an administrator of Entra may.
param name string
param location string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-bot'
  location: location
}

output id string = identity.id
output clientId string = identity.properties.clientId
output principalId string = identity.properties.principalId
